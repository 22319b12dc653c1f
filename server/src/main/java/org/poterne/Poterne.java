package org.poterne;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

@SpringBootApplication
public class Poterne {
    static void main(String[] args) {
        SpringApplication.run(Poterne.class, args);
    }
}
